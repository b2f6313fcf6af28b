import { createRequire } from "node:module";
import type { TestContext } from "node:test";
import type { MimeBundle } from "lib/display";

/**
 * Stands in for a tslab kernel: gives what is shown while `run` runs, each display as its last
 * update left it. A `run` that returns a promise is awaited.
 */
export function notebookOutputs(t: TestContext, run: () => Promise<void>): Promise<MimeBundle[]>;
export function notebookOutputs(t: TestContext, run: () => void): MimeBundle[];
export function notebookOutputs(
  t: TestContext,
  run: () => void | Promise<void>,
): MimeBundle[] | Promise<MimeBundle[]> {
  const tslab = createRequire(import.meta.url)("tslab/dist/jupyter.js") as {
    lastWriteDisplayData: unknown;
  };
  const before = tslab.lastWriteDisplayData;
  const shown = new Map<string, MimeBundle>();
  const restore = (): void => void (tslab.lastWriteDisplayData = before);
  t.after(restore);
  tslab.lastWriteDisplayData = (
    { data, transient }: { data: MimeBundle; transient: { display_id?: string } },
    isUpdate: boolean,
  ) => {
    const id = transient.display_id ?? `output ${shown.size}`;
    if (isUpdate && !shown.has(id)) throw new Error(`an update to "${id}", which was never shown`);
    shown.set(id, data);
  };
  const outputs = (): MimeBundle[] => {
    restore();
    return [...shown.values()];
  };
  const running = run();
  return running ? running.then(outputs) : outputs();
}
