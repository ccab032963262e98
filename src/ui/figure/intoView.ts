/**
 * A ref for what opens below the control bar at the reader's wish: brings it onto the screen, as far as it is not there
 * yet. The bar often stands at the screen's lower edge, and what opens below it would not be seen.
 */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })
