import type { Items } from '../menuItem.ts'

const load = async () => (await import('../../DataTable.tsx')).DataTable

export const table: Items = ({ parts }) => [
  {
    icon: 'table',
    words: parts.has('table') ? 'Hide data table' : 'Show data table',
    letter: 't',
    act: () =>
      parts.toggle(
        'table',
        load,
        'The data table could not be loaded. Choose “Show data table” to try again.',
      ),
  },
]
