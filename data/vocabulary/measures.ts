/**
 * What officers and crowds did, as counted event data sets list it (CCC Coding Protocol: police
 * measures, participant measures). Named by the act, not by who was right.
 */
export const POLICE_MEASURES = [
  { id: 'arrests', label: 'Arrests' },
  { id: 'citations', label: 'Citations' },
  { id: 'detention', label: 'Detention' },
  { id: 'unlawful_assembly_declared', label: 'Unlawful assembly declared' },
  { id: 'dispersal_order', label: 'Order to disperse' },
  { id: 'tear_gas', label: 'Tear gas' },
  { id: 'chemical_irritant', label: 'Chemical irritant' },
  { id: 'pepper_spray', label: 'Pepper spray' },
  { id: 'pepper_balls', label: 'Pepper balls' },
  { id: 'less_lethal_rounds', label: 'Less-lethal rounds' },
  { id: 'flash_bang', label: 'Flash-bang' },
  { id: 'batons', label: 'Batons' },
  { id: 'takedown', label: 'Takedown' },
  { id: 'firearm_drawn', label: 'Firearm drawn or pointed' },
  { id: 'firearm_discharged', label: 'Firearm fired' },
  { id: 'vehicle_stop', label: 'Vehicle stop' },
  { id: 'forced_entry', label: 'Forced entry or broken window' },
  { id: 'barricades', label: 'Barricades set up' },
  { id: 'barricade_removal', label: 'Barricades removed' },
  { id: 'road_clearing', label: 'Road cleared' },
  { id: 'riot_gear', label: 'Riot gear' },
] as const;

export const CROWD_MEASURES = [
  { id: 'march', label: 'March' },
  { id: 'rally', label: 'Rally' },
  { id: 'vigil', label: 'Candles or prayer' },
  { id: 'noise', label: 'Noise' },
  { id: 'chanting', label: 'Chanting or shouting' },
  { id: 'strike', label: 'Strike or closure' },
  { id: 'sit_in', label: 'Sit-in or kneeling' },
  { id: 'filming', label: 'Filming or following' },
  { id: 'road_blocking', label: 'Road blocked' },
  { id: 'barricades', label: 'Barricades' },
  { id: 'entering_building', label: 'Entering a building' },
  { id: 'thrown_objects', label: 'Objects thrown' },
  { id: 'thrown_snow_ice', label: 'Snow or ice thrown' },
  { id: 'fireworks', label: 'Fireworks' },
  { id: 'fires', label: 'Fires' },
  { id: 'graffiti', label: 'Graffiti' },
  { id: 'vehicle_damage', label: 'Vehicles damaged' },
  { id: 'property_damage', label: 'Property damaged' },
  { id: 'music_or_ride', label: 'Concert, ride or ceremony' },
] as const;

export type PoliceMeasure = (typeof POLICE_MEASURES)[number]['id'];
export type CrowdMeasure = (typeof CROWD_MEASURES)[number]['id'];
