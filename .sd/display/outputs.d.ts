/** One output in several forms: the front end shows the richest it knows. */
export type MimeBundle = Record<string, unknown>;
/**
 * Shows an output. Inside a tslab cell it goes to the notebook; anywhere else (a command, a test)
 * its plain text is printed. With an `id` a later call of the same id replaces what was shown.
 */
export declare function showOutput(data: MimeBundle, id?: {
    displayId: string;
    isUpdate: boolean;
}): void;
/** True while a notebook's cell can be written to. */
export declare function insideNotebook(): boolean;
