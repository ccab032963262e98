/** Plays a melody with Web Audio. Client only. */
import { length, type Tone } from './melody.ts'

/** How a variant sounds: its place in the list of variants decides, as it decides its dash. */
export interface Voice {
  wave: OscillatorType
  /** Where it stands between the left ear (-1) and the right (1). */
  pan: number
}

/** Loudness of each wave: one with many overtones sounds louder than a sine of the same height. */
const loudness: Readonly<Record<string, number>> = { sine: 0.3, triangle: 0.3, square: 0.08, sawtooth: 0.1 }
const waves = ['sine', 'triangle', 'square', 'sawtooth'] as const

/** Seconds: a tone that begins or ends at once clicks. */
const fade = 0.015

export const voiceOf = (index: number, count: number): Voice => ({
  wave: waves[index % waves.length] ?? 'sine',
  pan: count < 2 ? 0 : -0.7 + (1.4 * index) / (count - 1),
})

/** Writes the melody into `context` from its time `start` on, in seconds; returns what sounds. Gaps are silent. */
export function schedule(
  context: BaseAudioContext,
  tones: readonly Tone[],
  { wave, pan }: Voice,
  start: number,
): OscillatorNode {
  const oscillator = new OscillatorNode(context, { type: wave })
  const gain = new GainNode(context, { gain: 0 })
  oscillator.connect(gain).connect(new StereoPannerNode(context, { pan })).connect(context.destination)
  const loud = loudness[wave] ?? 0.1
  let before: number | null = null
  for (const { at, pitch } of tones) {
    const time = start + at
    if (pitch !== null) {
      if (before === null) {
        oscillator.frequency.setValueAtTime(pitch, time)
        gain.gain.setValueAtTime(0, time)
        gain.gain.linearRampToValueAtTime(loud, time + fade)
      } else oscillator.frequency.exponentialRampToValueAtTime(pitch, time)
    } else if (before !== null) {
      gain.gain.setValueAtTime(loud, time)
      gain.gain.linearRampToValueAtTime(0, time + fade)
    }
    before = pitch
  }
  const end = start + (tones.at(-1)?.at ?? 0)
  if (before !== null) {
    gain.gain.setValueAtTime(loud, end)
    gain.gain.linearRampToValueAtTime(0, end + fade)
  }
  oscillator.start(start)
  oscillator.stop(end + 2 * fade)
  return oscillator
}

/**
 * Plays one melody. `moved` is told the position on the clock that sounds, at most 15 times a second.
 * Settles when it has ended or `signal` ended it; fails with a sentence where the browser has no sound.
 */
export async function play(
  tones: readonly Tone[],
  voice: Voice,
  moved: (epoch: number) => void,
  signal: AbortSignal,
): Promise<void> {
  if (tones.length === 0 || signal.aborted) return
  const context = new AudioContext()
  try {
    await context.resume()
    // Stopped meanwhile: nobody would hear the abort any more.
    if (signal.aborted) return
    const start = context.currentTime + 0.05
    const oscillator = schedule(context, tones, voice, start)
    const follow = setInterval(() => {
      const time = context.currentTime - start
      const tone = tones.findLast(({ at }) => at <= time)
      if (tone) moved(tone.epoch)
    }, 67)
    await new Promise<void>((resolve) => {
      oscillator.addEventListener('ended', () => resolve())
      signal.addEventListener('abort', () => resolve())
      // A device without a sound card has a clock that may stand still.
      setTimeout(resolve, (length + 2) * 1000)
    })
    clearInterval(follow)
  } finally {
    await context.close()
  }
}
