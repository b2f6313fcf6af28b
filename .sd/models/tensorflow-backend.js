import { NETWORK_BACKENDS } from "./network-backends.js";
/**
 * Loads the first of these backends that this machine has. `@tensorflow/tfjs-node` is here an alias
 * of plain TensorFlow.js, which installs everywhere; the real native package, where it could be
 * built, goes by the name of tfjs-node-native.
 */
export async function loadTensorFlow(wanted = NETWORK_BACKENDS) {
    const failures = [];
    for (const backend of wanted) {
        try {
            return { tf: await load(backend), backend };
        }
        catch (error) {
            failures.push(`${backend}: ${error.message.split("\n")[0]}`);
        }
    }
    throw new Error(`no TensorFlow.js backend loads here (${failures.join("; ")}); run npm ci`);
}
async function load(backend) {
    // The name is not a literal because the package is optional: where it is absent its types are,
    // too.
    const name = backend === "native" ? "tfjs-node-native" : "@tensorflow/tfjs-node";
    const tf = (await import(name));
    // Keeps the advice to install tfjs-node, and checks meant for development, out of the output.
    tf.enableProdMode();
    if (backend === "wasm")
        await import("@tensorflow/tfjs-backend-wasm");
    if (backend !== "native" && !(await tf.setBackend(backend)))
        throw new Error("it does not start");
    await tf.ready();
    return tf;
}
//# sourceMappingURL=tensorflow-backend.js.map