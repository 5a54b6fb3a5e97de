// What of an assessment is done without a line: it waits on this device and goes when there is one, under the key it was
// first sent with.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { ProblemError } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import type { ActLine } from '../acts/model'
import type { Away, Request } from '../acts/send'
import type { Beyond } from '../drafts/draft'
import { say } from '../parts/notice'
import { typedInto } from './device/typed'
import { DeviceFullError, put, waitingOf } from './device/waiting'
import type { Task } from './read'

/** They add something and decide nothing. Everything else of an assessment needs a line. */
export const WITHOUT_LINE = new Set<Schemas['Act']>(['record_assessment_work', 'visit_for_assessment', 'log_integration'])

export function useAway(id: string, task: Task, line: ActLine): Away & { typed: Beyond } {
  const words = useTranslations('assess')
  const message = useMessage()
  return {
    typed: typedInto(id, line.act),
    first: () => !navigator.onLine || waitingOf(id).length > 0,
    put: async ({ path, version, body }: Request, key) => {
      const waits = put({ key, case: id, of: task.number, act: line.act, title: line.title, wanted: { is: 'act', path, body } }, { ...task, version })
      await waits.catch((said: unknown) => {
        throw said instanceof DeviceFullError ? new ProblemError({ type: 'about:blank', title: words('fullForm'), status: 507 }) : said
      })
      say(id, words('waits', { what: message(line.title) }))
      // Where there is a line after all, it goes at once.
      window.dispatchEvent(new Event(BRING))
    },
  }
}

/** Asks the room to bring what waits. */
export const BRING = 'guijia-bring'
