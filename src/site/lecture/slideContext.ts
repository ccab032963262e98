/** What the figure of a slide is told of its slide. */
import { createContext, useContext } from 'react'
import type { SlideFacts } from './deck.ts'
import type { Lecture } from './state.ts'

export interface SlideShared {
  slide: SlideFacts
  lecture: Lecture
}

export const SlideContext = createContext<SlideShared | null>(null)

export function useSlide(): SlideShared {
  const slide = useContext(SlideContext)
  if (!slide)
    throw new Error('Expected a slide around this figure, found none: put it inside <SlideContext>.')
  return slide
}
