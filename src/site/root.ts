/** The way from the page that is being rendered to the root of the site, for parts that name files of the site. */
import { createContext } from 'react'

export const RootContext = createContext('')
