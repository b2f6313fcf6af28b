export async function openS3(options, cancel) {
    // Its notice about coming Node versions would land in every notebook.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
    // Imported here, so that local reads do not wait for it.
    const { S3Client } = await import("@aws-sdk/client-s3");
    const endpoint = options.endpoint ?? process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
    const client = new S3Client({
        ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
        ...(options.region ? { region: options.region } : {}),
        ...credentialsOf(options),
        // Retries are ours: the client's own end where a body begins.
        maxAttempts: 1,
    });
    const retries = { attempts: options.attempts ?? 5, delayMs: options.retryDelayMs ?? 200, cancel };
    return {
        client,
        store: endpoint ?? "aws",
        retries,
        silenceMs: options.silenceMs ?? 30_000,
        cancel,
    };
}
function credentialsOf({ credentials }) {
    if (credentials === "anonymous" ||
        (!credentials && /^(yes|true|1)$/i.test(process.env.AWS_NO_SIGN_REQUEST ?? ""))) {
        // The keys are never used: nothing is signed.
        return {
            credentials: { accessKeyId: "", secretAccessKey: "" },
            signer: { sign: async (request) => request },
        };
    }
    return credentials ? { credentials } : {};
}
/**
 * Waits for an answer's head no longer than the store may be silent; its body is not under this
 * limit.
 */
export async function answerInTime({ silenceMs, cancel }, send) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), silenceMs);
    try {
        return await send(AbortSignal.any([cancel, late.signal]));
    }
    catch (error) {
        if (!late.signal.aborted || cancel.aborted)
            throw error;
        throw Object.assign(new Error(`no answer within ${silenceMs} ms`, { cause: error }), {
            name: "TimeoutError",
        });
    }
    finally {
        clearTimeout(timer);
    }
}
//# sourceMappingURL=access.js.map