// The description of the interface as the generator of types reads it best: without the words that tell members of a choice
// apart twice, for the members say it themselves.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const api = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'), (key, value) =>
  key === 'discriminator' ? undefined : value,
)
mkdirSync(new URL('../node_modules/.cache/', import.meta.url), { recursive: true })
writeFileSync(new URL('../node_modules/.cache/openapi.json', import.meta.url), JSON.stringify(api))
