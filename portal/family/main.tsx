// The family's entry: small, on a phone, without an account.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/tokens.css'
import '../shared/base.css'
import { show } from '../shared/manners'
import { Words } from '../shared/words/provider'
import { Landing } from './landing'
import { catalogues } from './words/catalogues'

show()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Words catalogues={catalogues}>
        <Landing />
      </Words>
    </StrictMode>,
  )
}
