import type { Items } from '../menuItem.ts'

const load = async () => (await import('../../listen/Listen.tsx')).Listen

export const listen: Items = ({ parts }) => [
  {
    icon: 'sound',
    words: parts.has('listen') ? 'Hide the sound' : 'Listen to the curves',
    act: () =>
      parts.toggle(
        'listen',
        load,
        'The sound could not be loaded. Choose “Listen to the curves” to try again.',
      ),
  },
]
