import { test } from "node:test";
import assert from "node:assert/strict";
import sharp from "sharp";
import { bodyBytes, shippedPlan, type Workload } from "lib/campaign";
import { requestBody } from "lib/collect";

test("every body of duet-local has its size to the byte, and the seed decides it", async () => {
  for (const { workload, payloadKb } of shippedPlan("duet-local").workloads) {
    for (const kb of payloadKb) {
      const body = await requestBody(workload, kb, 42);
      assert.equal(body.length, bodyBytes(kb), `${workload}, ${kb} KiB`);
      assert.equal((JSON.parse(body.toString()) as { workload: string }).workload, workload);
      assert.ok(body.equals(await requestBody(workload, kb, 42)));
      assert.equal(body.equals(await requestBody(workload, kb, 43)), false);
    }
  }
});

test("a picture fills its body and is whole; its pixels grow with the size", async () => {
  const pixels: number[] = [];
  for (const kb of [10, 50, 200, 500]) {
    const payload = (
      JSON.parse((await requestBody("thumbnail_processing", kb, 1)).toString()) as {
        payload: string;
      }
    ).payload;
    const bytes = Buffer.from(payload, "base64");
    // The zeros after the end of the picture.
    const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2;
    assert.ok(end / bytes.length > 0.9, `${kb} KiB: ${end} of ${bytes.length} bytes`);
    const { width, height } = await sharp(bytes, { failOn: "warning" })
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ info }) => info);
    pixels.push(width * height);
  }
  assert.deepEqual(
    pixels,
    [...pixels].sort((a, b) => a - b),
  );
  assert.ok(pixels[3] > 20 * pixels[0], String(pixels));
});

test("a size that cannot be is refused with what would do", async () => {
  await assert.rejects(
    requestBody("thumbnail_processing", 0.1, 1),
    /no picture fits into \d+ bytes; thumbnail_processing needs bodies of 1 KiB or more/,
  );
  for (const workload of ["lightweight_api", "medium_processing", "heavy_processing"] as Workload[])
    assert.equal((await requestBody(workload, 0.5, 1)).length, bodyBytes(0.5));
});
