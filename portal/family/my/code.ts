// The code of a receipt: four groups of four. What is typed is shown in groups; what it means the service knows.
const LONGEST = 16

/** Groups of four, whatever was typed or pasted: small, full-width, with blanks or hyphens. */
export function inGroups(typed: string): string {
  const letters = [...typed.normalize('NFKC').toUpperCase()].filter((letter) => /[0-9A-Z]/.test(letter))
  const groups = letters.slice(0, LONGEST).join('').match(/.{1,4}/g)
  return (groups ?? []).join('-')
}

/** Takes the code that came behind `#`: from then on neither the address bar nor the history has it. */
export function takeCodeOfAddress(): string {
  const code = inGroups(window.location.hash)
  if (window.location.hash) window.history.replaceState(null, '', window.location.pathname)
  return code
}
