; Makes the Windows installer of dist\longstride, which packaging/build makes there (Inno Setup 6):
;   iscc /DVersion=VERSION packaging\windows\longstride.iss
; Written with care and NOT YET BUILT OR TRIED: no Windows machine has been at hand.

#ifndef Version
  #error Say the version of app/longstride/__init__.py with /DVersion=
#endif

[Setup]
AppId={{6E0B7F3A-52A1-4B7C-9C3D-0F6C8E2B41D7}
AppName=Longstride
AppVersion={#Version}
AppVerName=Longstride {#Version}
AppPublisher=The Longstride authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Longstride
DisableProgramGroupPage=yes
; For one user, without an administrator, unless somebody asks for everybody.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; What Qt 6.11 asks for: Windows 10 1809.
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=longstride.ico
UninstallDisplayIcon={app}\longstride-window.exe
UninstallDisplayName=Longstride
WizardStyle=modern
OutputDir=..\..\dist
OutputBaseFilename=Longstride-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An older version's parts, which a newer one may not have.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\longstride\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "flow.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Longstride"; Filename: "{app}\longstride-window.exe"; Comment: "Spoken hip-mobility flows for runners"
Name: "{autodesktop}\Longstride"; Filename: "{app}\longstride-window.exe"; Tasks: desktopicon

[Registry]
; Windows looks at the last ending of a name only, so "*.flow.toml" cannot be told from "*.toml".
; Longstride is offered under "Open with" for TOML files and takes them over from nobody.
Root: HKA; Subkey: "Software\Classes\Longstride.Flow"; ValueType: string; ValueData: "Longstride flow"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Longstride.Flow\DefaultIcon"; ValueType: string; ValueData: "{app}\flow.ico"
Root: HKA; Subkey: "Software\Classes\Longstride.Flow\shell\open\command"; ValueType: string; ValueData: """{app}\longstride-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.toml\OpenWithProgids"; ValueType: string; ValueName: "Longstride.Flow"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Applications\longstride-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Longstride"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\longstride-window.exe\SupportedTypes"; ValueType: string; ValueName: ".toml"; ValueData: ""

[Run]
Filename: "{app}\longstride-window.exe"; Description: "{cm:LaunchProgram,Longstride}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
; What Settings has Windows start while the window is closed; where it was never wanted, nothing.
Filename: "{sys}\schtasks.exe"; Parameters: "/Delete /F /TN longstride-remind"; Flags: runhidden; RunOnceId: "Reminders"

; Uninstalling removes {app} and that alone. The journal, the flows and the settings in %LOCALAPPDATA%\longstride
; are the athlete's, and stay.
