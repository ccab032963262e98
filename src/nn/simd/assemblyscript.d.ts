/** Compiled by ./vite.ts. */
declare module '*?assemblyscript' {
  const base64: string
  export default base64
}
