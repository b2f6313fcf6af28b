/** Written by `npm run wasm` from lib/wasm/boosting.ts; base64. */
export declare const BOOSTING_KERNEL: string;
