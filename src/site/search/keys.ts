/** Opens search: the key / anywhere but where one writes, and the button of the header. Its code comes at first use. */

const writes = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

const open = (button: HTMLElement) =>
  import('./dialog.ts').then(
    (dialog) => dialog.open(),
    (error: unknown) => {
      console.error(error)
      button.textContent = 'Search could not be loaded. Try again'
    },
  )

export const watchSearch = (): void => {
  const button = document.querySelector<HTMLElement>('[data-search]')
  if (button) {
    button.addEventListener('click', () => void open(button))
    addEventListener('keydown', (event) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (key !== '/' || ctrlKey || metaKey || altKey || writes(target) || document.querySelector(':modal'))
        return
      event.preventDefault()
      void open(button)
    })
  }
  if (location.search.includes('find='))
    import('./found.ts').then(
      ({ start }) => start(),
      (error: unknown) => console.error('The words that were found cannot be shown:', error),
    )
}
