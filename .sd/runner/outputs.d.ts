import type { Message } from "./messages.js";
import { type NotebookOutput } from "./notebook.js";
/**
 * Turns a kernel's messages into the outputs of cells as nbformat 4.5 stores them: consecutive
 * stream messages of one name become one, and an update goes into the display it updates, in
 * whichever earlier cell that stands. Ids of displays and clock times are left out, so that the
 * same results make the same bytes.
 */
export declare class OutputCollector {
    #private;
    /** Adds one message to `outputs`, the list of the cell it belongs to. */
    add(outputs: NotebookOutput[], { type, content }: Message): void;
    /** Puts the collected texts into their stream outputs; call it before the notebook is written. */
    finish(): void;
}
