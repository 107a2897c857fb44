"""What the templates of the sample library are filled with, English and Korean side by side."""

# ruff: noqa: E501 (one list an entry)

from __future__ import annotations

_PAIRS = {
    "issue": "the fishing grounds/어장;the border river/국경하천;air routes/항로;the old railway/옛 철도;the salt trade/소금무역;customs duties/관세;overflights/령공비행;the radio frequencies/무선주파수;the seabed survey/해저탐사;grain quotas/곡물수입량",
    "topic": "seed selection/종자선별;the protection of rivers/하천보호;rural housing/농촌살림집건설;the training of skilled hands/기능공양성;winter feed/겨울먹이보장;telemedicine/먼거리의료봉사;the care of old trees/고목보호;energy from the tides/조수력리용;bee-keeping/꿀벌치기;the recycling of materials/재자원화;disaster prevention/재해방지;early childhood education/학령전교육;soil maps/토양지도작성;standard weights and measures/계량규격화;forest-fire watching/산불감시;the pronunciation of dialects/방언연구",
    "folk": "agricultural workers/농업근로자들;railway workers/철도로동자들;schoolteachers/교원들;fishermen/어로공들;young inventors/청년발명가들;librarians/도서관일군들;miners/탄부들;foresters/산림일군들;nurses/간호원들;weavers/직포공들",
    "folkdone": "reclaimed stony land;brought the accident rate down to zero;taught three generations in one village;made spare parts out of scrap;looked for a better way and found it in an old book",
    "body": "the Youth League/청년동맹;the Women's Union/녀성동맹;the Red Cross Society/적십자회;the Academy of Sciences/과학원;the Railway Brigade/철도려단;the Navy/해군;the Ryonghung Conservatory/룡흥음악대학;the Mountain Rescue Corps/산악구조대",
    "invention": "a heat pump that draws on sea water;a hand-driven thresher for hillside farms;a method of telling good seeds by their sound;a glue made of acorn starch;a buoy that reports waves by radio;an anti-rust coating from pine resin;a braille typewriter;a solar dryer for fish;a drill bit for frozen ground;a program that reads old handwriting;a wind pump for salt works;a bandage of seaweed fibre;a low-noise loom;a sensor for landslides;a stove that burns straw without smoke;a grafting knife for children",
    "institute": "Institute of Thermal Engineering;Institute of Agricultural Machines;Oceanographic Institute;Institute of Natural Fibres;Institute of Applied Acoustics;Mountain Farming Institute;Institute of Old Documents",
    "lore": "Nine-Bend Gorge/아홉굽이골안;the Ferryman's Pine/배사공소나무;Songha Buckwheat Noodles/송하메밀국수;Lantern Night at Mubong/무봉의 등불밤;the White Dew Tea/흰이슬차;the Bronze Bell of Hyangsan/향산의 청동종;Okpo Onggi Jars/옥포옹기;the Tiger Rock/범바위;Rimchon Hemp Cloth/림천삼베;Crane Marsh/학늪;the Half-Moon Bridge/반달다리;Unpyong Persimmons/은평감;the Song of Net Menders/그물깁는 노래;Paeksong Hot Spring/백송온천;the Snow Lotus/눈련꽃;Wolbong Rice Wine/월봉막걸리;the Kite Fighters of Sinpha/신파의 연싸움;Chongsu Ink Stones/청수벼루;the Thousand-Year Ginkgo/천년은행나무;Taeryong Papermakers/태룡의 종이장이들",
    "group": "Ryonghung Philharmonic/룡흥교향악단;Mansu Hill Art Troupe/만수언덕예술단;East Coast Song and Dance Ensemble/동해가무단;Chorus of the Railway Brigade/철도려단합창단;Youth Brass Band/청년취주악단;Students' Folk Orchestra/학생민족관현악단",
    "play": "The Miller's Daughter;Lights on the Dam;The Last Ferry;A Letter Without a Name;Two Brothers at the Pass;Bread and Salt",
    "club": "Okpo Sports Club/옥포체육단;Seagull Sports Club/갈매기체육단;Ryonghung City Sports Club/룡흥시체육단;Locomotive Sports Club/기관차체육단;Unpyong Textile Mill/은평방직공장;Snow Leopard Sports Club/눈표범체육단",
    "club2": "Pine Tree Sports Club/소나무체육단;Whirlwind Sports Club/회오리체육단;Mubong Fishery Station/무봉수산사업소;Morning Sports Club/아침체육단;University of Sciences/과학대학",
    "subject": "mathematics;physics;geography;foreign languages;chemistry;natural history",
    "ordinal": "second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth",
}

LISTS: dict[str, tuple[tuple[str, str], ...]] = {
    name: tuple((pair.split("/")[0], pair.split("/")[-1]) for pair in entries.split(";"))
    for name, entries in _PAIRS.items()
}
