/** What stands in place of a figure that is not there, with a way to ask for it again. */
export const SlideTrouble = ({ words, again }: { words: string; again: () => void }) => (
  <p className="slide-trouble" role="alert">
    {words}{' '}
    <button type="button" onClick={again}>
      Try again
    </button>
  </p>
)
