// 预申请: what a family types and photographs at home, so that the counter can look before they come. Found again with a
// code; what has to be signed is signed at the counter.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Redirect, useParams } from 'wouter'
import { Page } from '../frame/page'
import { Reading } from '../parts/reading'
import type { PreApplication } from '../service'
import { close, currentCode, read } from './draft'
import { FormPage } from './form'
import { Photos } from './photos'
import { Sent } from './sent'
import { Start } from './start'

export default function Apply() {
  const words = useTranslations('apply')
  const { draft: place = '' } = useParams()
  const questions = useQueryClient()
  const [code, setCode] = useState(currentCode)
  const draft = useQuery({
    queryKey: ['draft', code],
    queryFn: () => read(code ?? ''),
    enabled: code !== undefined,
    gcTime: 0,
  })
  const show = useCallback(
    (changed: PreApplication) => void questions.setQueryData(['draft', code], changed),
    [questions, code],
  )

  if (!code) {
    return <Start onOpen={(opened) => setCode(opened)} />
  }
  if (!draft.data) {
    return (
      <Page title={words('title')} heading={words('title')} personal>
        <Reading of={draft}>{() => null}</Reading>
        {draft.isError && (
          <button
            type="button"
            className="button wide after"
            onClick={() => {
              close()
              setCode(undefined)
            }}
          >
            {words('otherCode')}
          </button>
        )}
      </Page>
    )
  }
  if (draft.data.state !== 'draft') return <Sent draft={draft.data} />
  if (place === 'photos') return <Photos code={code} draft={draft.data} show={show} again={draft.refetch} />
  if (place === 'form') return <FormPage code={code} draft={draft.data} show={show} />
  return <Redirect to="/apply/form" replace />
}
