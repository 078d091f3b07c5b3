import type { Field } from 'payload'

/** Columns of rows that only the server writes; their collections answer nobody over REST. */
export const id: Field = { name: 'id', type: 'text', required: true }

export const text = (name: string, more: object = {}): Field => ({ name, type: 'text', ...more })
export const long = (name: string, more: object = {}): Field => ({
  name,
  type: 'textarea',
  ...more,
})
export const number = (name: string, more: object = {}): Field => ({
  name,
  type: 'number',
  ...more,
})
export const flag = (name: string, more: object = {}): Field => ({
  name,
  type: 'checkbox',
  defaultValue: false,
  ...more,
})
export const instant = (name: string, more: object = {}): Field => ({ name, type: 'date', ...more })
export const json = (name: string, more: object = {}): Field => ({ name, type: 'json', ...more })

export const required = { required: true }
export const indexed = { index: true }
