import * as migration_20261122_063939_initial from './20261122_063939_initial';
import * as migration_20261122_093324_listed_words from './20261122_093324_listed_words';
import * as migration_20261122_102941_telling from './20261122_102941_telling';
import * as migration_20261122_105836_keeper from './20261122_105836_keeper';
import * as migration_20261122_215408_views from './20261122_215408_views';
import * as migration_20261123_014103_searching from './20261123_014103_searching';
import * as migration_20261123_020402_live_rows from './20261123_020402_live_rows';
import * as migration_20261128_065218_bound from './20261128_065218_bound';
import * as migration_20261129_174917_view_record from './20261129_174917_view_record';
import * as migration_20261129_195542_search_log from './20261129_195542_search_log';
import * as migration_20261129_225523_hotspots from './20261129_225523_hotspots';
import * as migration_20261129_231834_holidays from './20261129_231834_holidays';
import * as migration_20261129_233216_updates from './20261129_233216_updates';
import * as migration_20261129_235756_usage_indexes from './20261129_235756_usage_indexes';
import * as migration_20261130_025407_matters from './20261130_025407_matters';
import * as migration_20261130_041444_measuring from './20261130_041444_measuring';
import * as migration_20261130_075303_loops from './20261130_075303_loops';
import * as migration_20261130_095524_month_counts from './20261130_095524_month_counts';
import * as migration_20261130_102038_live_numbers from './20261130_102038_live_numbers';
import * as migration_20261130_115002_keeping_true from './20261130_115002_keeping_true';
import * as migration_20261130_143852_reviews_and_keys from './20261130_143852_reviews_and_keys';
import * as migration_20261130_151402_reports_by from './20261130_151402_reports_by';
import * as migration_20261130_183625_desk_and_portal from './20261130_183625_desk_and_portal';
import * as migration_20261130_211257_city_site from './20261130_211257_city_site';
import * as migration_20261201_000610_validity_indexes from './20261201_000610_validity_indexes';
import * as migration_20261201_021810_importing from './20261201_021810_importing';

export const migrations = [
  {
    up: migration_20261122_063939_initial.up,
    down: migration_20261122_063939_initial.down,
    name: '20261122_063939_initial',
  },
  {
    up: migration_20261122_093324_listed_words.up,
    down: migration_20261122_093324_listed_words.down,
    name: '20261122_093324_listed_words',
  },
  {
    up: migration_20261122_102941_telling.up,
    down: migration_20261122_102941_telling.down,
    name: '20261122_102941_telling',
  },
  {
    up: migration_20261122_105836_keeper.up,
    down: migration_20261122_105836_keeper.down,
    name: '20261122_105836_keeper',
  },
  {
    up: migration_20261122_215408_views.up,
    down: migration_20261122_215408_views.down,
    name: '20261122_215408_views',
  },
  {
    up: migration_20261123_014103_searching.up,
    down: migration_20261123_014103_searching.down,
    name: '20261123_014103_searching',
  },
  {
    up: migration_20261123_020402_live_rows.up,
    down: migration_20261123_020402_live_rows.down,
    name: '20261123_020402_live_rows',
  },
  {
    up: migration_20261128_065218_bound.up,
    down: migration_20261128_065218_bound.down,
    name: '20261128_065218_bound',
  },
  {
    up: migration_20261129_174917_view_record.up,
    down: migration_20261129_174917_view_record.down,
    name: '20261129_174917_view_record',
  },
  {
    up: migration_20261129_195542_search_log.up,
    down: migration_20261129_195542_search_log.down,
    name: '20261129_195542_search_log',
  },
  {
    up: migration_20261129_225523_hotspots.up,
    down: migration_20261129_225523_hotspots.down,
    name: '20261129_225523_hotspots',
  },
  {
    up: migration_20261129_231834_holidays.up,
    down: migration_20261129_231834_holidays.down,
    name: '20261129_231834_holidays',
  },
  {
    up: migration_20261129_233216_updates.up,
    down: migration_20261129_233216_updates.down,
    name: '20261129_233216_updates',
  },
  {
    up: migration_20261129_235756_usage_indexes.up,
    down: migration_20261129_235756_usage_indexes.down,
    name: '20261129_235756_usage_indexes',
  },
  {
    up: migration_20261130_025407_matters.up,
    down: migration_20261130_025407_matters.down,
    name: '20261130_025407_matters',
  },
  {
    up: migration_20261130_041444_measuring.up,
    down: migration_20261130_041444_measuring.down,
    name: '20261130_041444_measuring',
  },
  {
    up: migration_20261130_075303_loops.up,
    down: migration_20261130_075303_loops.down,
    name: '20261130_075303_loops',
  },
  {
    up: migration_20261130_095524_month_counts.up,
    down: migration_20261130_095524_month_counts.down,
    name: '20261130_095524_month_counts',
  },
  {
    up: migration_20261130_102038_live_numbers.up,
    down: migration_20261130_102038_live_numbers.down,
    name: '20261130_102038_live_numbers',
  },
  {
    up: migration_20261130_115002_keeping_true.up,
    down: migration_20261130_115002_keeping_true.down,
    name: '20261130_115002_keeping_true',
  },
  {
    up: migration_20261130_143852_reviews_and_keys.up,
    down: migration_20261130_143852_reviews_and_keys.down,
    name: '20261130_143852_reviews_and_keys',
  },
  {
    up: migration_20261130_151402_reports_by.up,
    down: migration_20261130_151402_reports_by.down,
    name: '20261130_151402_reports_by',
  },
  {
    up: migration_20261130_183625_desk_and_portal.up,
    down: migration_20261130_183625_desk_and_portal.down,
    name: '20261130_183625_desk_and_portal',
  },
  {
    up: migration_20261130_211257_city_site.up,
    down: migration_20261130_211257_city_site.down,
    name: '20261130_211257_city_site',
  },
  {
    up: migration_20261201_000610_validity_indexes.up,
    down: migration_20261201_000610_validity_indexes.down,
    name: '20261201_000610_validity_indexes',
  },
  {
    up: migration_20261201_021810_importing.up,
    down: migration_20261201_021810_importing.down,
    name: '20261201_021810_importing'
  },
];
