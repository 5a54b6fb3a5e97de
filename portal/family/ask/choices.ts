// What can be chosen as an answer, in words; nothing where the answer is typed.
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import type { Office, Question } from '../service'
import { ELSEWHERE, UNKNOWN } from './answers'

export interface Choice {
  value: string
  label: string
}

export function useChoices(question: Question, office: Office): Choice[] | undefined {
  const words = useTranslations('ask')
  const say = useMessage()
  const form = question.answer
  switch (form.type) {
    case 'choice':
      return form.options.map(({ value, label }) => ({ value, label: say(label) }))
    case 'yes_no': {
      const known = [
        { value: 'true', label: words('yes') },
        { value: 'false', label: words('no') },
      ]
      return form.unknown ? [...known, { value: UNKNOWN, label: say(form.unknown) }] : known
    }
    case 'persons':
      return Array.from({ length: form.most }, (_, index) => ({
        value: String(index + 1),
        label: words('persons', { count: index + 1 }),
      }))
    case 'division':
      return [
        {
          value: office.division,
          label: office.division_name
            ? words('here', { place: office.division_name })
            : words('hereOffice', { office: office.name }),
        },
        { value: ELSEWHERE, label: words('elsewhere') },
      ]
    default:
      return undefined
  }
}
