/** Keeps what a figure throws while it is drawn to its own slide. A class, since React has no hook for this. */
import { Component, type ReactNode } from 'react'
import { SlideTrouble } from './SlideTrouble.tsx'

interface State {
  /** The sentence of what was thrown; React has written the rest to the console. */
  why: string | null
}

export class SlideBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { why: null }

  static getDerivedStateFromError(error: unknown): State {
    return { why: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { why } = this.state
    if (why === null) return this.props.children
    return (
      <SlideTrouble
        words={`This figure cannot be shown: ${why} The rest of the lecture goes on.`}
        again={() => this.setState({ why: null })}
      />
    )
  }
}
