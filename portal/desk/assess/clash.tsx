// Somebody did something to the case after this was written without a line: what, beside what waits. Its assessor decides
// whether it is sent as it is; what was written after it on the same case goes on with it.
import { useQuery } from '@tanstack/react-query'
import { MergeDialog } from '../acts/merge/dialog'
import type { CaseView } from '../case/read'
import { BRING } from './away'
import { lookedAt, seenCase, type Waiting } from './device/waiting'
import { Since } from './since'
import { bodyType, WithNames } from './written'

export function Clash({ each, onClose }: { each: Waiting; onClose: () => void }) {
  const before = useQuery({ queryKey: ['case', each.case, 'seen', each.seen], networkMode: 'always', gcTime: 0, queryFn: async () => (await seenCase(each)) ?? null })
  if (before.isPending) return null
  const then = before.data ?? undefined
  const { wanted } = each
  const send = async (now: CaseView) => {
    await lookedAt(each, now)
    window.dispatchEvent(new Event(BRING))
    onClose()
  }
  return (
    <WithNames each={each}>
      <MergeDialog
        id={each.case}
        seen={each.seen}
        {...(wanted.is === 'act' && then && { mine: { type: bodyType(each), body: wanted.body, before: then } })}
        told={(now) => <Since before={then && 'assessment' in then ? then : undefined} now={now} />}
        onSend={(now) => void send(now)}
        onClose={onClose}
      />
    </WithNames>
  )
}
