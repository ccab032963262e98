// Four numbers at a time: what the other files share. AssemblyScript, not TypeScript (see ../README.md).

@inline
export function madd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b))
}

@inline
export function zero(): v128 {
  return f32x4.splat(0)
}

/** 0 for |x| below `tiny` (a splat), otherwise x; compared as whole numbers, so that NaN stays. */
@inline
export function flush(x: v128, tiny: v128): v128 {
  return v128.and(x, i32x4.gt_s(v128.and(x, i32x4.splat(0x7fffffff)), tiny))
}

@inline
export function sumOf(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  )
}

/** The first `width` (1, 2, 4) numbers at p, then zeros. */
@inline
export function loadFirst(width: i32, p: usize): v128 {
  if (width == 1) return v128.load32_zero(p)
  if (width == 2) return v128.load64_zero(p)
  return v128.load(p)
}

@inline
export function storeFirst(width: i32, p: usize, x: v128): void {
  if (width == 1) v128.store32_lane(p, x, 0)
  else if (width == 2) v128.store64_lane(p, x, 0)
  else v128.store(p, x)
}

/** `count` numbers, 1 to 3, then zeros: the end of a tensor, beyond which another may begin. */
export function loadTail(p: usize, count: usize): v128 {
  if (count == 1) return v128.load32_zero(p)
  const pair = v128.load64_zero(p)
  return count == 2 ? pair : v128.load32_lane(p, pair, 2, 8)
}

export function storeTail(p: usize, x: v128, count: usize): void {
  if (count == 1) {
    v128.store32_lane(p, x, 0)
    return
  }
  v128.store64_lane(p, x, 0)
  if (count == 3) v128.store32_lane(p, x, 2, 8)
}

/** Copies `count` numbers; for short rows, where memory.copy costs more than it moves. */
export function copyRow(from: usize, to: usize, count: i32): void {
  let left: usize = count
  for (; left >= 4; left -= 4) {
    v128.store(to, v128.load(from))
    from += 16
    to += 16
  }
  for (; left > 0; left--) {
    store<f32>(to, load<f32>(from))
    from += 4
    to += 4
  }
}
