/** A recording's time plots in a page: its pictures stand in a file of their own and are shown from there. */
import type { PlotsFile } from './plotsFile.tsx'

/** @param root the way from the page to the root of the site */
export function RecordedPlots({ file, root }: { file: PlotsFile; root: string }) {
  return (
    <>
      {/* Where there is JavaScript, it brings them later: see site/page/recorded.ts. */}
      <noscript>
        {file.pictures.map(({ id, viewBox, words }) => (
          <svg key={id} className="recorded-plots" viewBox={viewBox} role="img" aria-label={words}>
            <use href={`${root}${file.name}#${id}`} />
          </svg>
        ))}
      </noscript>
      <p className="recorded-note">
        A recording of {file.seeds} seeds. The settings are as published; lines are medians, bands run from
        the least to the greatest seed. The panels of the live figure are not recorded here.
      </p>
    </>
  )
}
