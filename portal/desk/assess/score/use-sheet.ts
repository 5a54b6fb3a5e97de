// One's own sheet as it is on the screen: the draft of this device where there is one, else what the service has.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { NoAnswerError } from '../../../shared/api/problem'
import { useSending } from '../../parts/sending'
import { useMe, useOffice } from '../../session/state'
import { deliver, type Delivered } from '../device/delivery'
import { useDraft, writeDraft } from '../device/drafts'
import { sheetOf, showTask, type Mark, type Part, type Scored } from '../read'

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
    /** A mark takes the place of the one before; a new one stands last. */
    mark: (given: Mark) => write({ marks: marks.some(({ item }) => item === given.item) ? marks.map((each) => (each.item === given.item ? given : each)) : [...marks, given] }),
    unmark: (code: string) => write({ marks: marks.filter(({ item }) => item !== code) }),
    claim: (given: typeof bonuses) => write({ bonuses: given }),
    /** Saves the draft with the service. */
    save: () =>
      sending.send(async () => {
        if (draft && me) await bring(draft)
      }),
    sending: sending.sending,
    // That nobody answered is said by where the sheet lies: it is kept here, and is brought later.
    error: sending.error instanceof NoAnswerError ? undefined : sending.error,
    run: sending.send,
    bring,
  }

  function bring(given: NonNullable<typeof draft>): Promise<Delivered> {
    return deliver(given, { rater: me?.id ?? '', today, show: (of, view) => showTask(queries, of, view) })
  }
}

/** Who leaves the sheet for another page has it saved. From item to item, and to the whole sheet, nothing is sent. */
export function useSavedOnLeaving(sheet: ReturnType<typeof useSheet>, id: string, part: Part): void {
  const current = useRef(sheet)
  useEffect(() => {
    current.current = sheet
  })
  useEffect(
    () => () => {
      const within = [`/tasks/${id}/score/${part}`, `/tasks/${id}/sheet/${part}`]
      if (!within.some((path) => window.location.pathname.includes(path))) void current.current.save()
    },
    [id, part],
  )
}
