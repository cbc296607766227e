/** Hands a file to the person, who finds it among his downloads. It leaves this device only if he sends it on. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of it once this turn is over.
  setTimeout(() => URL.revokeObjectURL(url))
}
