declare module '*.mdx' {
  import type { ComponentType } from 'react'
  import type { MDXProps } from 'mdx/types'
  import type { ChapterFacts } from './compile/chapter.ts'

  export const chapter: ChapterFacts
  const Text: ComponentType<MDXProps>
  export default Text
}
