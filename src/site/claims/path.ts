/** Of the page of claims, from the root of the site. */
export const claimsPath = 'en/claims/'
