/** A QR code, black on white in every theme: readers need it so. */
import { useMemo } from 'react'
import { codeOf } from './qr.ts'

export function CodeSquare({ text }: { text: string }) {
  const code = useMemo(() => {
    try {
      return codeOf(text)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }, [text])
  if (typeof code === 'string') return <p role="alert">{code}</p>
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={`QR code of ${text}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}
