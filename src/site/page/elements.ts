/** Elements that the scripts of a page make. Words go in as text only. */

export const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name)
  element.append(...children)
  return element
}

export const button = (words: string, press: () => void): HTMLButtonElement => {
  const element = make('button', words)
  element.type = 'button'
  element.className = 'btn line'
  element.addEventListener('click', press)
  return element
}
