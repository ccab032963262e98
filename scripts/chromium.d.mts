/** Path of a Chromium; rejects with one sentence that says what to install. */
export function findChromium(): Promise<string>
/** Flags under which WebGL runs in software, in a worker too, on a machine without a GPU. */
export const chromiumFlags: readonly string[]
