"""The words of made-up dispatches, and those that measurements search for."""

# ruff: noqa: E501 (lists of words read better in long lines)

from __future__ import annotations


def words_of(words: str) -> tuple[str, ...]:
    """Return the words of a list; those that hold spaces stand between bars."""
    return tuple(words.split("|") if "|" in words else words.split())


# What stands how often in the English dispatches (of `dispatches`, whatever their number):
WORD_FREQUENT = "country"  # in four of five
WORD_RARE = "lighthouse"  # in a handful: numbers 7, 35, 175, 875, … (seven in 250,000)
PHRASE = "tidal power station"  # in one of 37; its words stand apart far more often
PREFIX = "nucle"  # begins a word of one in five
WORD_ABSENT = "zeppelin"  # nowhere
PERSON = "Chon Ryong Su"  # the leader: in about a fifth
PERSON_COMMON = "Pae Un Sil"  # among the ten who appear most
# … and in the Korean ones:
KOREAN_WORD = "지도"  # two syllables, mostly inside 현지지도
KOREAN_PERSON = "천룡수"

SURNAMES = (
    "Chon:천 Pae:배 Ryom:렴 O:오 Pang:방 Kal:갈 Tok:독 Sok:석 Myong:명 Ko:고 Ma:마 Phyo:표 Sonu:선우 "
    "Namgung:남궁 Hwangbo:황보 Rim:림 Kye:계 Cha:차 Ok:옥 Tong:동 Wi:위 To:도 Pong:봉 Pyon:변 Yu:유 U:우 "
    "Ye:예 Mun:문 Ham:함 No:로 Ra:라 Ju:주 Kuk:국 Sin:신 Jang:장 Ryo:려 Kwak:곽 Pi:피 Om:엄 Yang:양 "
    "Ri:리 Kim:김 Pak:박 Choe:최 Jong:정 Han:한 Kang:강 Jo:조 So:서 Hong:홍 An:안 Paek:백 Jon:전 Ki:기"
)
GIVEN = (
    "Ryong:룡 Su:수 Un:은 Sil:실 Kwang:광 Jo:조 Chun:춘 Il:일 Mi:미 Myong:명 Guk:국 Hyon:현 Ryol:렬 Chang:창 "
    "Hak:학 Pom:범 In:인 Sop:섭 Ho:호 Jin:진 A:아 Chol:철 Min:민 Hyok:혁 Ik:익 Pok:복 Sun:순 Ryon:련 Hui:희 "
    "Song:성 Gil:길 Hae:해 Kum:금 Sang:상 Yong:영 Jae:재 Sok:석 Ok:옥 Ran:란 Thae:태 Ki:기 U:우 Won:원 Nam:남 "
    "Hwa:화 Suk:숙 Jong:정 Rim:림 Gyong:경 Ung:웅 Ju:주 Hyang:향 Sol:설 Tok:덕 Pyong:병 Mok:목 Son:선 Hun:훈"
)

# Countries that are nowhere: English noun, adjective, capital, Korean noun, and sounds of names there.
COUNTRIES = (
    ("Karland", "Karland", "Belograd", "카를란드", "Serik Dana Pavel Viktor Olesya Marat Yuri Galina",
     "Lomov Mantur Orsin Amalin Belozer Tarchov Vedrin Sulimov Krasnoyev Ostapov"),
    ("Morvania", "Morvanian", "Tirava", "모르바니아", "Ilie Anca Radu Mirela Dorin Stefan Livia Petru",
     "Vaslescu Cordeanu Brasovan Munteru Olariu Petrasco Dragomirel Salceanu"),
    ("Tessaria", "Tessarian", "San Tomelo", "테싸리아", "Ramiro Esteban Lucia Joaquin Pilar Mateo Ines Rafael",
     "Ibarrondo de_la_Fuentes Quiroga Alonsera del_Monte Valladar Solis_Ortega Peraltez"),
    ("Qasrah", "Qasrahi", "Madinat al Nur", "까스라", "Khalil Fares Najwa Bassam Idris Samira Munir Hatim",
     "al-Sabbour Haddadi Nasrawi Mansoury Darwishi al-Khatibi Shahini Barakati"),
    ("Phumala", "Phumalan", "Viengsai", "푸말라", "Khamphet Somchit Bounsa Vilay Thongda Keo Sengphet Manila",
     "Sisouvan Inthavo Phommalat Keokham Duangmal Vongsava Soulivo Rattanay"),
    ("Dai Quan", "Dai Quan", "Hoa Binh Phu", "다이꾸안", "Dang Trinh Ngo Vu Phan Cao Doan Luu",
     "Quoc_Thuan Van_Loc Duc_Phuoc Thi_Bich_Hoa Huu_Tai Minh_Quang Thanh_Son Ngoc_Lam"),
    ("Zhenzhou", "Zhenzhou", "Luoyin", "쩐저우", "Luo Wei Ouyang Fang Tan Zhuo Shao Ling",
     "Jianpeng Shaotong Zhenhai Lihuan Guobing Yirong Kemin Zhaohua"),
    ("Tolgoi", "Tolgoi", "Altan Hot", "똘고이", "Enkhtai Oyuntul Ganbat Munkhjar Batbol Sarantu Amarjar Bold",
     "Damdinba Luvsandor Gombosu Tserendo Batmunkh Dashzeve Purevja Jambaldo"),
    ("Ubanda", "Ubandan", "Kirongo", "우반다", "Tadesse Almaz Moses Grace Bekele Joyce Samuel Esther",
     "Gebreyo Wolde Mukasana Okello Nakabiri Destaye Lubowa Achieng"),
    ("Haldova", "Haldovan", "Prezna", "할도바", "Zbigniew Jana Tomasz Ivana Ludvik Hedvika Marek Zuzana",
     "Wroclawek Havlikov Novotnik Kralin Dvorsky Malinow Zelenko Brozek"),
)  # fmt: skip

UNIT_FIRST = words_of(
    "Saesol Unpyong Ryonghung Chilsong Okpo Mubong Sangnam Paeksong Taeryong Hongwa Jangsu Sokyon Kumran Songha "
    "Pyoksan Unsong Rimchon Chongsu Wolbong Hyangsan Tokpo Ponghwa Samgak Namsok Kyongsu Hwasong Ryulgok Sopha "
    "Anju-dong Tumen-ri Pukchang-gol Sindok Kwail-ri Ryonpho Haeju-dong Orang-ri Pakchon-dong Usi-ri Manpho-gol "
    "Jongju-ri Sinpha Hoeryong-gol Musan-ri Kimchaek-gol Phyongsan-ri Yonan-dong Paechon-ri Onchon-ri"
)
UNIT_LAST = words_of(
    "Cement Complex|Textile Mill|Cooperative Farm|Machine Plant|Coal Mine|Fishery Station|Foodstuff Factory|"
    "Footwear Factory|Middle School|Mining Complex|Tree Nursery|Stock Farm|Vegetable Farm|Steel Works|"
    "Chemical Factory|Shipyard|Garment Factory|Power Station No. 3|Youth Coal Mine|Tile Factory|Greenhouse Farm|"
    "Children's Hospital|Railway Wagon Factory|Fertilizer Plant|Cosmetics Factory|Paper Mill|Salt Works|"
    "Bedding Factory|Potato Farm|Silk Mill|Glass Factory|Electric Bulb Factory|University of Agriculture"
)
PLACES = words_of(
    "People's Palace of Culture|Mansu Hill Assembly Hall|Ryonghung Indoor Stadium|East Theatre|"
    "House of Science and Technology|Central Youth Hall|April Art Theatre|Three-Revolution Exhibition|"
    "Taeryong Guest House|Working Women's Hall|Grand People's Study Hall|Sports Village on Chongsu Street"
)

THINGS = words_of(
    "output of ore|supply of raw materials|quality of goods|production lines|water-pumping facilities|power supply|"
    "transport of lumber|spare parts|rice transplantation|autumn harvest|tree planting|river improvement|"
    "flood prevention|afforestation|tideland reclamation|road building|dwelling houses|cultural facilities|"
    "measurement instruments|seed selection|domestication of catalysts|numerical control|energy saving|"
    "school furniture|medicinal herbs|sericulture|fish farming|mushroom growing|salt production|bricks and tiles|"
    "insulating materials|winter fishing|machine maintenance|compost|early-ripening maize|double cropping|"
    "apprentice training|mass sports|safety at work|long-distance haulage|excavation of tunnels|blasting|"
    "tempering of steel|weaving|dyeing|packing|remote sensing|weather forecast|soil analysis|grafting|vaccination|"
    "waste water|solar heating|wind energy|methane gas|hydraulic structures|sluice gates|dam concreting|turbines|"
    "transformers|tidal embankments|station buildings|generators|bearings|pistons|conveyor belts|lathes|looms|"
    "electrolysis|carbon electrodes|refractories|magnesia clinker|anthracite gasification|vinalon yarn|wallpaper"
)
MANNERS = words_of(
    "at high speed|without letup|day and night|in a scientific way|by relying on local materials|in good time|"
    "as planned|with great enthusiasm|by their own efforts|on a priority basis|step by step|under a detailed plan|"
    "in close cooperation|through emulation|in keeping with the season|to the last detail|from the outset of the year"
)
DOERS = words_of(
    "officials and workers|scientists and technicians|farmers|builders|miners|fishermen|teachers and students|"
    "shock brigade members|women|young people|doctors and nurses|designers|weavers|forest rangers|drivers|"
    "service personnel|innovators|team leaders|soldier-builders|researchers|artists|railwaymen|agitators|engineers"
)
DEEDS = words_of(
    "are stepping up|have completed|are concentrating on|have set about|are increasing|have renewed|are giving priority to|"
    "are introducing advanced methods into|have finished ahead of schedule|are pushing forward|have improved|"
    "are widely discussing|have made a breakthrough in|are learning from one another about|are taking care of"
)
FRUITS = words_of(
    "overfulfilled the quarterly plan by 12 percent|saved hundreds of tons of fuel|doubled the daily output|"
    "won the first place in the emulation|laid a firm foundation for next year|received the thanks of consumers|"
    "handed the results over to other units|put the new process on a stable footing|reduced the cost by one third|"
    "made the compound look like a park|trained many skilled hands|mended scores of machines in a short time"
)
QUALITIES = words_of(
    "new modern large efficient automatic portable rational remarkable steady unprecedented valuable practical lofty"
    " scientific regional seasonal collective experimental heat-resistant low-cost multi-purpose compact"
)

NUCLEAR = (
    "The lecture dealt with the nucleus of the atom and its use in medicine.",
    "It called for nuclear disarmament and a world at peace.",
    "Experts on nucleic acids told of seeds that stand the cold.",
    "Commentators denounced the nuclear war games staged on the border.",
    "The nucleonics laboratory opened its doors to students.",
)
TIDAL = (
    "The tidal power station at Cape {place} turned out its first electricity.",
    "Builders of a tidal power station sent their greetings from {place}.",
    "He also learned how the tidal power station near {place} is getting on.",
)
EVERYWHERE = (
    "The news spread all over the country in no time.",
    "It is a pride of the country, they said.",
    "Similar work is under way in many parts of the country.",
    "The whole country is seething with enthusiasm these days.",
    "They pledged to do more for the country.",
    "It drew much attention in this country and abroad.",
    "Guests from every corner of the country looked on.",
    "Units across the country are following the example.",
)
LIGHTHOUSE = "An old lighthouse on the islet was repaired as well."
