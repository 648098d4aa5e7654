import { ChevronDown } from 'lucide-react';
import { Button, I18nProvider, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { type Entry, type Facet, type LibraryFilter, optionsOf } from '../domain/library/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { facetName, facetText } from './facet-text.ts';

type Props = {
  readonly entries: readonly Entry[];
  readonly filter: LibraryFilter;
  readonly facets: readonly Facet[];
  readonly onNarrow: (filter: LibraryFilter) => void;
};

/** A menu for each facet, in which several values can be chosen. */
export function FacetMenus({ entries, filter, facets, onNarrow }: Props) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  return (
    <I18nProvider locale={language}>
      {facets.map((facet) => {
        const chosen = filter.choices[facet] ?? [];
        const name = facetName(t, facet);
        return (
          <MenuTrigger key={facet}>
            <Button className="button button-line facet" data-chosen={chosen.length > 0 || undefined}>
              {chosen.length === 0 ? name : t('library.chosen', { what: name, chosen: chosen.length })}
              <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
            </Button>
            <Popover className="menu-popover" placement="bottom start">
              <Menu
                className="menu"
                aria-label={name}
                items={optionsOf(entries, filter, facet).map((option) => ({
                  id: keyOf(option.value),
                  ...option,
                }))}
                dependencies={[filter, entries, language]}
                selectionMode="multiple"
                shouldCloseOnSelect={false}
                selectedKeys={chosen.map(keyOf)}
                onSelectionChange={(keys) =>
                  onNarrow({
                    ...filter,
                    choices: {
                      ...filter.choices,
                      [facet]: keys === 'all' ? [] : [...keys].map((key) => choiceOf(String(key))),
                    },
                  })
                }
              >
                {({ id, value, count }) => (
                  <MenuItem className="menu-item" id={id} textValue={facetText(t, facet, value)}>
                    <Text slot="label">{facetText(t, facet, value)}</Text>
                    <Text slot="description" className="chip-count">
                      {count}
                    </Text>
                  </MenuItem>
                )}
              </Menu>
            </Popover>
          </MenuTrigger>
        );
      })}
    </I18nProvider>
  );
}

// A key must not be empty, but the value of what is not stated is.
const keyOf = (value: string): string => `=${value}`;
const choiceOf = (key: string): string => key.slice(1);
