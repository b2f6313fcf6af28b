import { BOOSTING_KERNEL } from "./boosting-kernel-bytes.js";
/** Below this address the kernel keeps constants of its own. */
export const KERNEL_BYTES = 4096;
let compiled = null;
/** The kernel, working on this memory. */
export function boostingKernel(memory) {
    compiled ??= new WebAssembly.Module(Buffer.from(BOOSTING_KERNEL, "base64"));
    return new WebAssembly.Instance(compiled, { env: { memory } })
        .exports;
}
//# sourceMappingURL=boosting-kernel.js.map