import { createRequire } from "node:module";

/** One output in several forms: the front end shows the richest it knows. */
export type MimeBundle = Record<string, unknown>;

/** What is used of tslab: its way to hand an output to the front end while a cell runs. */
interface TslabJupyter {
  lastWriteDisplayData?:
    | ((
        message: { data: MimeBundle; metadata: object; transient: { display_id?: string } },
        isUpdate: boolean,
      ) => void)
    | null;
}

/**
 * Shows an output. Inside a tslab cell it goes to the notebook; anywhere else (a command, a test)
 * its plain text is printed. With an `id` a later call of the same id replaces what was shown.
 */
export function showOutput(data: MimeBundle, id?: { displayId: string; isUpdate: boolean }): void {
  const write = tslabWriter();
  if (write)
    write(
      { data, metadata: {}, transient: id ? { display_id: id.displayId } : {} },
      id?.isUpdate ?? false,
    );
  else process.stdout.write(`${String(data["text/plain"])}\n`);
}

/** True while a notebook's cell can be written to. */
export function insideNotebook(): boolean {
  return tslabWriter() !== null;
}

function tslabWriter(): NonNullable<TslabJupyter["lastWriteDisplayData"]> | null {
  // Only a kernel has loaded tslab already; a command must not load it (nor its compiler) to print
  // a table.
  const require = createRequire(import.meta.url);
  const loaded = require.cache[require.resolve("tslab/dist/jupyter.js")];
  return (loaded?.exports as TslabJupyter | undefined)?.lastWriteDisplayData ?? null;
}
