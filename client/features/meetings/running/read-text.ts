/** Where this phone keeps the text as it was read before a vote: that one is adopted, whatever comes in meanwhile (V1). */
export const readForm = (vote: string): string => `read:${vote}`
