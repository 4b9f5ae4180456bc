-- expect: limit_work
-- Upvalues are looked through too.
local function f() local u0 = 0
local function f() local u1 = 0
local function f() local u2 = 0
local function f() local u3 = 0
local function f() local u4 = 0
local function f() local u5 = 0
local function f() local u6 = 0
local function f() local u7 = 0
local function f() local u8 = 0
local function f() local u9 = 0
local function f() local u10 = 0
local function f() local u11 = 0
local function f() local u12 = 0
local function f() local u13 = 0
local function f() local u14 = 0
local function f() local u15 = 0
local function f() local u16 = 0
local function f() local u17 = 0
local function f() local u18 = 0
local function f() local u19 = 0
local function f() local u20 = 0
local function f() local u21 = 0
local function f() local u22 = 0
local function f() local u23 = 0
local function f() local u24 = 0
local function f() local u25 = 0
local function f() local u26 = 0
local function f() local u27 = 0
local function f() local u28 = 0
local function f() local u29 = 0
local function f() local u30 = 0
local function f() local u31 = 0
local function f() local u32 = 0
local function f() local u33 = 0
local function f() local u34 = 0
local function f() local u35 = 0
local function f() local u36 = 0
local function f() local u37 = 0
local function f() local u38 = 0
local function f() local u39 = 0
local function f() local u40 = 0
local function f() local u41 = 0
local function f() local u42 = 0
local function f() local u43 = 0
local function f() local u44 = 0
local function f() local u45 = 0
local function f() local u46 = 0
local function f() local u47 = 0
local function f() local u48 = 0
local function f() local u49 = 0
local function f() local u50 = 0
local function f() local u51 = 0
local function f() local u52 = 0
local function f() local u53 = 0
local function f() local u54 = 0
local function f() local u55 = 0
local function f() local u56 = 0
local function f() local u57 = 0
local function f() local u58 = 0
local function f() local u59 = 0
local function f() local u60 = 0
local function f() local u61 = 0
local function f() local u62 = 0
local function f() local u63 = 0
local function f() local u64 = 0
local function f() local u65 = 0
local function f() local u66 = 0
local function f() local u67 = 0
local function f() local u68 = 0
local function f() local u69 = 0
local function f() local u70 = 0
local function f() local u71 = 0
local function f() local u72 = 0
local function f() local u73 = 0
local function f() local u74 = 0
local function f() local u75 = 0
local function f() local u76 = 0
local function f() local u77 = 0
local function f() local u78 = 0
local function f() local u79 = 0
local function f() local u80 = 0
local function f() local u81 = 0
local function f() local u82 = 0
local function f() local u83 = 0
local function f() local u84 = 0
local function f() local u85 = 0
local function f() local u86 = 0
local function f() local u87 = 0
local function f() local u88 = 0
local function f() local u89 = 0
local function f() local u90 = 0
local function f() local u91 = 0
local function f() local u92 = 0
local function f() local u93 = 0
local function f() local u94 = 0
local function f() local u95 = 0
local function f() local u96 = 0
local function f() local u97 = 0
local function f() local u98 = 0
local function f() local u99 = 0
local function f() local u100 = 0
local function f() local u101 = 0
local function f() local u102 = 0
local function f() local u103 = 0
local function f() local u104 = 0
local function f() local u105 = 0
local function f() local u106 = 0
local function f() local u107 = 0
local function f() local u108 = 0
local function f() local u109 = 0
local function f() local u110 = 0
local function f() local u111 = 0
local function f() local u112 = 0
local function f() local u113 = 0
local function f() local u114 = 0
local function f() local u115 = 0
local function f() local u116 = 0
local function f() local u117 = 0
local function f() local u118 = 0
local function f() local u119 = 0
local function f() local u120 = 0
local function f() local u121 = 0
local function f() local u122 = 0
local function f() local u123 = 0
local function f() local u124 = 0
local function f() local u125 = 0
local function f() local u126 = 0
local function f() local u127 = 0
local function f() local u128 = 0
local function f() local u129 = 0
local function f() local u130 = 0
local function f() local u131 = 0
local function f() local u132 = 0
local function f() local u133 = 0
local function f() local u134 = 0
local function f() local u135 = 0
local function f() local u136 = 0
local function f() local u137 = 0
local function f() local u138 = 0
local function f() local u139 = 0
local function f() local u140 = 0
local function f() local u141 = 0
local function f() local u142 = 0
local function f() local u143 = 0
local function f() local u144 = 0
local function f() local u145 = 0
local function f() local u146 = 0
local function f() local u147 = 0
local function f() local u148 = 0
local function f() local u149 = 0
u0 = 1 u1 = 1 u2 = 1 u3 = 1 u4 = 1 u5 = 1 u6 = 1 u7 = 1 u8 = 1 u9 = 1 u10 = 1 u11 = 1 u12 = 1 u13 = 1 u14 = 1 u15 = 1 u16 = 1 u17 = 1 u18 = 1 u19 = 1 u20 = 1 u21 = 1 u22 = 1 u23 = 1 u24 = 1 u25 = 1 u26 = 1 u27 = 1 u28 = 1 u29 = 1 u30 = 1 u31 = 1 u32 = 1 u33 = 1 u34 = 1 u35 = 1 u36 = 1 u37 = 1 u38 = 1 u39 = 1 u40 = 1 u41 = 1 u42 = 1 u43 = 1 u44 = 1 u45 = 1 u46 = 1 u47 = 1 u48 = 1 u49 = 1 u50 = 1 u51 = 1 u52 = 1 u53 = 1 u54 = 1 u55 = 1 u56 = 1 u57 = 1 u58 = 1 u59 = 1 u60 = 1 u61 = 1 u62 = 1 u63 = 1 u64 = 1 u65 = 1 u66 = 1 u67 = 1 u68 = 1 u69 = 1 u70 = 1 u71 = 1 u72 = 1 u73 = 1 u74 = 1 u75 = 1 u76 = 1 u77 = 1 u78 = 1 u79 = 1 u80 = 1 u81 = 1 u82 = 1 u83 = 1 u84 = 1 u85 = 1 u86 = 1 u87 = 1 u88 = 1 u89 = 1 u90 = 1 u91 = 1 u92 = 1 u93 = 1 u94 = 1 u95 = 1 u96 = 1 u97 = 1 u98 = 1 u99 = 1 u100 = 1 u101 = 1 u102 = 1 u103 = 1 u104 = 1 u105 = 1 u106 = 1 u107 = 1 u108 = 1 u109 = 1 u110 = 1 u111 = 1 u112 = 1 u113 = 1 u114 = 1 u115 = 1 u116 = 1 u117 = 1 u118 = 1 u119 = 1 u120 = 1 u121 = 1 u122 = 1 u123 = 1 u124 = 1 u125 = 1 u126 = 1 u127 = 1 u128 = 1 u129 = 1 u130 = 1 u131 = 1 u132 = 1 u133 = 1 u134 = 1 u135 = 1 u136 = 1 u137 = 1 u138 = 1 u139 = 1 u140 = 1 u141 = 1 u142 = 1 u143 = 1 u144 = 1 u145 = 1 u146 = 1 u147 = 1 u148 = 1 u149 = 1
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x x = x 
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end end 
return { access = "staff" }
