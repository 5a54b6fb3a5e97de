// What a choice of the service is called. Where two are called alike, whom each is about tells them apart.
import type { Schemas } from '../../../shared/api/client'
import { useMessage } from '../../../shared/words/provider'
import { useNames } from '../../parts/names'
import { pick } from './values'

type Choice = Schemas['Choice']

export function useChoiceTitle(choices: Choice[]): (choice: Choice) => string {
  const names = useNames()
  const message = useMessage()
  return ({ title, value }) => {
    const alike = choices.filter((choice) => choice.title.zh === title.zh).length > 1
    if (!alike) return message(title)
    const party = pick(value, '/party')
    if (typeof party === 'string') return `${message(title)} · ${names.value('Party', party)}`
    // A choice of parties alone: the first adopter and the second are both called adopter.
    return (typeof value === 'string' && names.table('Party')[value]) || message(title)
  }
}
