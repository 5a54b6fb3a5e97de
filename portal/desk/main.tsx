// The staff's entry.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslations } from 'use-intl'
import '../shared/tokens.css'
import '../shared/base.css'
import { show } from '../shared/manners'
import { Words } from '../shared/words/provider'
import { Controls } from './controls'
import { catalogues } from './words/catalogues'

function Nothing() {
  const words = useTranslations('frame')
  return <h1>{words('title')}</h1>
}

show()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Words catalogues={catalogues}>
          <Controls>
            <Nothing />
          </Controls>
        </Words>
      </QueryClientProvider>
    </StrictMode>,
  )
}
