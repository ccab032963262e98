/** The items of a figure's menu, in order: one file each in `items/`. */
import { code } from './items/code.ts'
import { fullScreen } from './items/fullScreen.ts'
import { links } from './items/links.ts'
import { listen } from './items/listen.ts'
import { present } from './items/present.ts'
import { recording } from './items/recording.ts'
import { saves } from './items/saves.ts'
import { table } from './items/table.ts'
import type { Items } from './menuItem.ts'

const all: readonly Items[] = [links, code, recording, table, saves, listen, present, fullScreen]

export const itemsOf: Items = (figure) => all.flatMap((items) => items(figure))
