// Dropout: which units are kept, drawn as ../../keptUnits.ts draws them, so that the numbers are the same.

/**
 * What each of rows x units activations is multiplied by: 0, or `scale` where a number of 32 bits is at least
 * `dropBelow`. Rows of `stride` numbers, of which those beyond `units` are 0. `key`: two numbers of 32 bits, of which
 * sfc32 makes all others, as in ../../random.ts.
 */
export function drawMask(
  key: usize, rows: i32, units: i32, stride: i32, dropBelow: u32, scale: f32, mask: usize,
): void {
  let a = load<u32>(key)
  let b = load<u32>(key, 4)
  let c: u32 = 0x2545f491
  let counter: u32 = 1
  // The first 15 are thrown away.
  for (let left = 15; left > 0; left--, counter++) {
    const sum = a + b + counter
    a = b ^ (b >> 9)
    b = c + (c << 3)
    c = rotl<u32>(c, 21) + sum
  }
  const gap: usize = (stride - units) << 2
  for (; rows > 0; rows--) {
    for (const end = mask + (units << 2); mask < end; mask += 4, counter++) {
      const sum = a + b + counter
      a = b ^ (b >> 9)
      b = c + (c << 3)
      c = rotl<u32>(c, 21) + sum
      store<f32>(mask, select<f32>(scale, 0, sum >= dropBelow))
    }
    for (const end = mask + gap; mask < end; mask += 4) store<f32>(mask, 0)
  }
}

/** out = x y, n a multiple of 4. */
export function multiply(x: usize, y: usize, out: usize, n: i32): void {
  for (const stop = x + (n << 2); x < stop; x += 16, y += 16, out += 16)
    v128.store(out, f32x4.mul(v128.load(x), v128.load(y)))
}
