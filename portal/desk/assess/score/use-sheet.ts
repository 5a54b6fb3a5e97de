// One's own sheet as it is on the screen: the draft of this device where there is one, else what the service has.
import { useQueryClient } from '@tanstack/react-query'
import { useSending } from '../../parts/sending'
import { useMe, useOffice } from '../../session/state'
import { deliver, readAnew, type Delivered } from '../device/delivery'
import { useDraft, writeDraft } from '../device/drafts'
import { sheetOf, type Mark, type Part, type Scored } from '../read'

export function useSheet(id: string, scored: Scored, part: Part) {
  const me = useMe()
  const today = useOffice()?.today
  const queries = useQueryClient()
  const draft = useDraft(id, part)
  const sending = useSending()
  const own = sheetOf(scored, part, me?.id ?? '')
  const marks = draft?.marks ?? own?.text.marks ?? []
  const bonuses = draft?.bonuses ?? own?.text.bonuses ?? []
  const write = (changed: Partial<Pick<NonNullable<typeof draft>, 'marks' | 'bonuses'>>) =>
    writeDraft({ case: id, part, based_on: draft?.based_on ?? own?.revision ?? 0, marks, bonuses, at: new Date().toISOString(), ...changed })
  return {
    own,
    draft,
    marks,
    bonuses,
    markOf: (code: string) => marks.find(({ item }) => item === code),
    /** Puts a mark in the place of the one before; the order of the sheet is the order of the set. */
    mark: (given: Mark) => write({ marks: [...marks.filter(({ item }) => item !== given.item), given] }),
    unmark: (code: string) => write({ marks: marks.filter(({ item }) => item !== code) }),
    claim: (given: typeof bonuses) => write({ bonuses: given }),
    /** Saves the draft with the service. */
    save: () =>
      sending.send(async () => {
        if (draft && me) await bring(draft)
      }),
    sending: sending.sending,
    error: sending.error,
    run: sending.send,
    bring,
  }

  async function bring(given: NonNullable<typeof draft>): Promise<Delivered> {
    const delivered = await deliver(given, me?.id ?? '', today)
    await queries.invalidateQueries(readAnew(id))
    return delivered
  }
}
