/** Line icons on a 16 px grid; decoration only, the words beside them carry the meaning. */
const paths = {
  run: 'M4 2.5v11l9.5-5.5z',
  pause: 'M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z',
  step: 'M3 3v10l7-5zM13 3v10',
  reset: 'M3 8a5 5 0 1 0 1.7-3.8M3 2.5v3h3',
  settings:
    'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M12 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0M8 11.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  fork: 'M3.5 14V2M3.5 9.5c0-3 8-1.5 8-5.5M9 5.5l2.5-2.5L14 5.5',
  more: 'M1.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 0 0-3 0M6.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 0 0-3 0M11.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 0 0-3 0',
  info: 'M1.7 8a6.3 6.3 0 1 0 12.6 0A6.3 6.3 0 0 0 1.7 8M8 7.3v4M8 4.8v.1',
  cross: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
} as const

const filled: ReadonlySet<string> = new Set(['run', 'pause', 'more'])

export function Icon({ name, large }: { name: keyof typeof paths; large?: boolean }) {
  const size = large ? 18 : 16
  return (
    <svg
      className={filled.has(name) ? 'ic f' : 'ic'}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
