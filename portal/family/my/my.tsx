// How a case stands, for the family whose it is: first the receipt and the identity card, then the page of answers.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { renew, service } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'
import { accessToken, forget, renewalToken, watch } from '../../shared/api/session'
import { useLanguage } from '../../shared/words/provider'
import { Reading } from '../parts/reading'
import { Page } from '../frame/page'
import { useTranslations } from 'use-intl'
import { Open } from './open'
import { Status } from './status'

export default function My() {
  const words = useTranslations('my')
  const isOpen = useSyncExternalStore(watch, () => accessToken() !== undefined || renewalToken() !== null)
  if (!isOpen) return <Open />
  return (
    <Case
      waiting={(reading) => (
        <Page title={words('title')} heading={words('title')} personal>
          {reading}
        </Page>
      )}
    />
  )
}

// A page that is read anew has no session in memory: without one the question would only be refused, and asked again.
async function readCase() {
  if (!accessToken()) await renew()
  return service.GET('/v1/family/case')
}

function Case({ waiting }: { waiting: (reading: React.ReactNode) => React.ReactNode }) {
  const language = useLanguage()
  const questions = useQueryClient()
  const read = useQuery({
    queryKey: ['my case', language],
    queryFn: () => take(readCase()),
    gcTime: 0,
  })
  // Nothing of a case is kept when its page is gone.
  useEffect(() => () => questions.removeQueries({ queryKey: ['my case'] }), [questions])
  const isOver = read.error instanceof ProblemError && (read.error.status === 401 || read.error.status === 403)
  useEffect(() => {
    if (isOver) forget()
  }, [isOver])
  if (read.data) return <Status page={read.data} />
  return waiting(<Reading of={read}>{() => null}</Reading>)
}
