/** Names in this browser's storage. Everything that the book keeps on this device is under names that begin with `prefix`. */
export const prefix = 'watch-it-learn:'
export const recordKey = `${prefix}reader`
/** What could not be read lies under this and a number. */
export const asideKey = `${recordKey}:aside:`
