/** Names in the order of their codes: those given first, others as the logs bring them. */
export class NameCodes {
  readonly names: string[];
  private codes: Map<string, number>;

  constructor(
    given: readonly string[],
    private readonly most: number,
  ) {
    this.names = [...given];
    this.codes = new Map(this.names.map((name, code) => [name, code]));
  }

  /** The code of a name, a new one for a new name; -1 when all are taken. */
  codeOf(name: string): number {
    const known = this.codes.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= this.most) return -1;
    this.codes.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
