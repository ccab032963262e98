/** All JavaScript that a page loads before the reader comes near a figure. No React here. */
import './styles.ts'
import { watchTerms } from './glossary/uses.ts'
import { startOfflineLater } from './offline/later.ts'
import { startFeatures } from './page/features.ts'
import { watchIslands } from './page/islands.ts'
import { bringLetters } from './page/letters.ts'
import { watchProgress } from './page/progress.ts'
import { watchReader } from './page/reader.ts'
import { bringRecorded } from './page/recorded.ts'
import { layOutRest } from './page/rest.ts'
import { watchScrollable } from './page/scrollable.ts'
import { watchThemeMenu } from './page/themeMenu.ts'
import { watchSearch } from './search/keys.ts'

void bringLetters()
watchIslands()
watchThemeMenu()
watchProgress()
watchScrollable()
watchReader()
watchSearch()
watchTerms()
startFeatures()
layOutRest()
bringRecorded()
startOfflineLater()
