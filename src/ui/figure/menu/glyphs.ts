/** The menu's icons: lines on a grid of 16 px, as SVG path text. */
export const glyphs = {
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7L8.3 4M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  recording: 'M3 8a5 5 0 1 0 1.7-3.8M3 2.5v3h3',
  table: 'M2 3h12v10H2zM2 6.5h12M6.5 6.5V13',
  screen: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  save: 'M8 2v8M4.8 7.2L8 10.4l3.2-3.2M2.5 11v2.5h11V11',
  code: 'M5.5 4L1.8 8l3.7 4M10.5 4l3.7 4-3.7 4',
  sound: 'M2 6v4h2.6L8 13V3L4.6 6zM10.5 6a3 3 0 0 1 0 4M12.4 4.2a5.4 5.4 0 0 1 0 7.6',
  slide: 'M1.8 3h12.4v8H1.8zM8 11v3M5 14h6',
} as const
