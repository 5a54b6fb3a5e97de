// One of many, found by typing: a list too long to be read through.
import { Select } from 'antd'
import { Controls } from './controls'

export interface SearchSelectProps {
  id: string
  value: string
  placeholder: string
  none: string
  options: { value: string; title: string }[]
  onChange: (value: string) => void
  'aria-invalid': boolean | undefined
  'aria-describedby': string | undefined
  'aria-required': boolean | undefined
}

export default function SearchSelect({ value, options, onChange, none, ...given }: SearchSelectProps) {
  return (
    <Controls>
      <Select
        {...given}
        className="search-select"
        value={value || null}
        status={given['aria-invalid'] ? 'error' : ''}
        // The library's own icons would be read aloud in English.
        suffixIcon={<span aria-hidden="true">▾</span>}
        allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
        notFoundContent={none}
        showSearch={{ optionFilterProp: 'label' }}
        options={options.map((option) => ({ value: option.value, label: option.title }))}
        onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
      />
    </Controls>
  )
}
